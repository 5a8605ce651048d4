/** A long dialogue of two friends over half a year, written for these tests, with questions and the turns that answer them. */

/** Sessions: the moment in words, Unix seconds, and turns `speaker: text`. */
export const SESSIONS: ReadonlyArray<{ when: string; time: number; turns: readonly string[] }> = [
  { when: '3 March 2022', time: 1_646_300_000, turns: [
    'Nora: Hey Tom! Long time. How was the move?', 'Tom: Exhausting, but we are finally settled in. The flat overlooks the canal.', 'Nora: Lovely. Which city is it again?', 'Tom: Utrecht. My sister Greta lives two streets away, so that helps a lot.',
    'Nora: I am jealous. I have been buried in work at the clinic.', 'Tom: Still doing night shifts?', 'Nora: Yes, three a week. But I signed up for a ceramics course to stay sane.', 'Tom: Oh nice, when does it start?', 'Nora: It began last Tuesday, actually. I made a very crooked bowl.',
    'Tom: Send me a picture of it! I started running again, by the way.', 'Nora: Good for you. Are you training for something?', 'Tom: A half marathon in May, if my knee holds.', 'Nora: What happened to your knee?', 'Tom: I slipped on the ice in January and tore something. The doctor says it is healing.' ] },
  { when: '19 March 2022', time: 1_647_700_000, turns: [
    'Tom: Guess what, we adopted a puppy yesterday!', 'Nora: No way! What is she called?', 'Tom: Biscuit. She already chewed one of my running shoes.', 'Nora: Ha, typical. I grew up with a beagle, his name was Admiral.', 'Tom: You never told me you had a dog.',
    'Nora: He died when I was twelve, it broke my heart. Since then only cats.', 'Tom: How is Pepper doing?', 'Nora: Pepper is fat and happy. My brother Luis looked after him while I was in Lisbon.', 'Tom: You were in Lisbon? When?', 'Nora: The first weekend of this month, for a nursing conference.',
    'Tom: Did you see anything of the town?', 'Nora: I took the old tram and ate too many custard tarts.', 'Tom: I have always wanted to go there.', 'Nora: You should. The light is incredible.' ] },
  { when: '2 May 2022', time: 1_651_500_000, turns: [
    'Nora: How did the race go?', 'Tom: I finished in two hours and four minutes! My knee hurt only at the end.', 'Nora: Congratulations! Greta must be proud.', 'Tom: She stood at the finish with a huge banner. It was embarrassing and wonderful.', 'Nora: My news: I sold my first vase at the street market.',
    'Tom: What, really? Who bought it?', 'Nora: An old gentleman who wanted it for his late wife’s roses. I nearly cried.', 'Tom: You should open a little shop.', 'Nora: One day maybe. First I want to cut down my night shifts.', 'Tom: Did you talk to your boss about it?',
    'Nora: Yes, from June on I work days only.', 'Tom: That is huge. You will sleep like a human being.', 'Nora: And I will have time for the choir again.', 'Tom: Do you still sing alto?' , 'Nora: Always alto. We are preparing a requiem for the autumn.' ] },
  { when: '11 July 2022', time: 1_657_550_000, turns: [
    'Tom: We got back from Norway on Saturday.', 'Nora: How was it? Did Biscuit come along?', 'Tom: She did, she slept in the tent with us and was afraid of the sheep.', 'Nora: Poor thing. Where did you camp?', 'Tom: By a fjord the first week, then up on a plateau where it snowed.',
    'Nora: Snow in July!', 'Tom: I proposed to Emma up there, Nora. She said yes.', 'Nora: Oh my goodness! Congratulations to both of you!', 'Tom: We want to marry next spring, something small.', 'Nora: I will make the plates for the table, that is my gift to you.',
    'Tom: That would mean a lot to us.', 'Nora: I have a wheel of my own at home now, in the cellar.', 'Tom: Since when?', 'Nora: Luis gave it to me for my birthday in June.', 'Tom: He is a good brother.' ] },
  { when: '5 September 2022', time: 1_662_400_000, turns: [
    'Nora: I have to tell you something sad. Pepper died last week.', 'Tom: Oh no, I am so sorry. What happened?', 'Nora: His kidneys. He was nineteen, it was time.', 'Tom: If you want company, come and stay with us for a few days.', 'Nora: Thank you. Maybe after the concert.',
    'Tom: When is the concert?', 'Nora: On the second of October, in the old brewery.', 'Tom: Emma and I will come. Greta too, if she is not at sea.', 'Nora: Is she sailing again?', 'Tom: She is a mate on a freighter now, mostly to Iceland.',
    'Nora: That suits her. And your own work?', 'Tom: I quit the bank in August. I am learning to build violins.', 'Nora: What? Tom! That is wonderful.', 'Tom: My grandfather did it all his life. I found his tools in the attic.', 'Nora: You kept that quiet.' ] },
  { when: '20 October 2022', time: 1_666_260_000, turns: [
    'Tom: The requiem was beautiful. Emma had tears in her eyes.', 'Nora: Thank you for coming all that way.', 'Tom: How was it for you to stand in front?', 'Nora: Terrifying. I am afraid of crowds, you know that.', 'Tom: Nobody could tell.',
    'Nora: I have an idea: I am thinking of taking in a rescue dog.', 'Tom: Biscuit would have a friend!', 'Nora: An elderly one, from the shelter in Amersfoort.', 'Tom: Do it. By the way, my first violin has a back and a belly now.', 'Nora: And does it sing?',
    'Tom: Not yet. The varnish alone takes six weeks.', 'Nora: I glazed your wedding plates on Sunday, all forty of them.', 'Tom: Forty! You are mad.', 'Nora: They are blue like the fjord in your photograph.' ] },
]

/** Questions with the turns that answer them, as `session:turn` from 1; `hops` where more than one is needed. */
export const QUESTIONS: ReadonlyArray<{ text: string; evidence: readonly string[]; hops?: true }> = [
  { text: 'Which city did Tom move to?', evidence: ['1:4'] }, { text: 'When did Nora start her pottery class?', evidence: ['1:9'] }, { text: 'How did Tom hurt his knee?', evidence: ['1:14'] }, { text: 'What is the name of Tom’s dog?', evidence: ['2:3'] },
  { text: 'What pets has Nora had?', evidence: ['2:4', '2:8'], hops: true }, { text: 'Where did Nora travel for a conference?', evidence: ['2:8', '2:10'], hops: true }, { text: 'How long did Tom need for the half marathon?', evidence: ['3:2'] }, { text: 'Who bought the first vase that Nora sold?', evidence: ['3:7'] },
  { text: 'When did Nora stop working night shifts?', evidence: ['3:11'] }, { text: 'What voice does Nora sing in the choir?', evidence: ['3:15'] }, { text: 'Where did Tom propose to Emma?', evidence: ['4:5', '4:7'], hops: true }, { text: 'Who gave Nora a potter’s wheel?', evidence: ['4:14'] },
  { text: 'What gift will Nora make for the wedding?', evidence: ['4:10', '6:12'], hops: true }, { text: 'Of what did Nora’s cat die?', evidence: ['5:3'] }, { text: 'What does Greta do for a living?', evidence: ['5:10'] }, { text: 'What job did Tom leave, and what does he do now?', evidence: ['5:12'] },
  { text: 'Why is Tom drawn to violin making?', evidence: ['5:14', '5:12'], hops: true }, { text: 'What is Nora afraid of?', evidence: ['6:4'] }, { text: 'Where does Nora want to get a dog from?', evidence: ['6:6', '6:8'], hops: true }, { text: 'What animals does Tom’s dog fear?', evidence: ['4:3'] },
  { text: 'Who looked after Nora’s cat while she was away?', evidence: ['2:8'] }, { text: 'Where will the concert take place?', evidence: ['5:7'] }, { text: 'Where does Tom’s sister live?', evidence: ['1:4'] }, { text: 'What colour are the plates?', evidence: ['6:14', '6:12'], hops: true },
  { text: 'What did Tom do in July 2022?', evidence: ['4:1', '4:7'], hops: true }, { text: 'What instruments does Tom build?', evidence: ['5:12', '6:9'], hops: true },
]
