/** What can be taken from what somebody tells of themselves. */
import { expect, it } from 'vitest'
import { factsIn, nameIn } from '#minds/memory/facts.ts'

it.each([
  ['I am Ada', 'name Ada'], ["I'm Ada.", 'name Ada'], ['My name is ada lovelace', 'name Ada'], ['Hello, I am Tom and I come from Westwick', 'name Tom; origin Westwick'], ['Call me Ishmael', 'name Ishmael'],
  ['I come from the sea', 'origin the sea'], ['I am from a small island', 'origin a small island'], ['I was born in the hills', 'origin the hills'], ['I lost my dog', 'lost dog'], ['I lost a golden ring in the river', 'lost golden ring in the river'], ['I lost a golden ring, do you hear?', 'lost golden ring'], ['I have lost my way home and my dog is missing', 'lost way home; lost dog'],
  ["I can't find my brother", 'lost brother'], ['Have you seen my cat?', 'lost cat'], ['I am looking for the old bridge', 'seeks the old bridge'], ['I am a sailor', 'trade sailor'], ['I work as a carpenter', 'trade carpenter'], ['My brother is a smith', 'kin brother is a smith'],
  ['I have a sister called Nell', 'has sister called Nell'], ['I am so tired', 'feels tired'], ['I like apples', 'likes apples'], ['I hate the rain', 'dislikes the rain'], ["I'll bring you a fish tomorrow", 'promise bring me a fish'], ['I promise to come back', 'promise come back'],
  ['I am going to the mill', 'goes-to the mill'], ['I saw a wolf by the river', 'did saw a wolf by the river'], ['I want to learn to sing', 'wish learn to sing'], ['I am thirty years old', 'age thirty'],
  ['I am not a thief', ''], ['What is your name?', ''], ['Where are you from?', ''], ['I am here', ''], ['I am going', ''], ['You are Ada', ''], ['I love you', ''], ['', ''],
])('[MIND-4] “%s”', (text, expected) => {
  expect(factsIn(text).map(({ key, object }) => `${key} ${object}`).join('; ')).toBe(expected)
})

it('[MIND-4] a bare answer counts when it was asked for', () => {
  expect(nameIn('Ada', true)).toBe('Ada')
  expect(nameIn('Ada')).toBeNull()
  expect(nameIn('Why?', true)).toBeNull()
  expect(factsIn('From the sea', 'origin')).toEqual([{ key: 'origin', object: 'the sea' }])
  expect(factsIn('Yes, at last!', 'found')).toEqual([{ key: 'found', object: 'it' }])
  expect(factsIn('no', 'origin')).toEqual([])
  expect(factsIn('Tell me about Boran.', 'seeks')).toEqual([])
})

it('[MIND-211] a sentence of its own is no answer to what was asked before it', () => {
  expect(factsIn('I brought you an apple.', 'origin')).toEqual([])
  expect(factsIn('I miss my own people sometimes.', 'seeks')).toEqual([])
  expect(factsIn('There’s a wind today', 'trade')).toEqual([])
  expect(factsIn('The far hills', 'origin')).toEqual([{ key: 'origin', object: 'The far hills' }])
  expect(factsIn('I am going on to the hills today.')).toEqual([{ key: 'goes-to', object: 'the hills' }])
})

it.each([
  ['I lost my sister last winter.', 'mourns sister'], ['I lost my little brother to the fever', 'mourns little brother'], ['My mother died when I was young', 'mourns mother'], ['my old dog passed away', 'mourns old dog'], ['My husband is dead.', 'mourns husband'], ['We... I buried my father in spring', 'mourns father'], ['My best friend was killed in the war', 'mourns best friend'],
  ['I lost my sister in the market', 'lost sister in the market'], ['I lost my brother on the road here', 'lost brother on the road'], ['I can’t find my sister', 'lost sister'], ['I lost my horse', 'lost horse'], ['Did your mother die?', ''],
])('[MIND-233] who died is mourned for, who strayed is looked for: “%s”', (text, expected) => {
  expect(factsIn(text).map(({ key, object }) => `${key} ${object}`).join('; ')).toBe(expected)
})
