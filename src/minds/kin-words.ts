/** What people call their own kin. */
import type { KnownPerson } from './private-view.ts'

/** "my wife", "my brother"; "my spouse" where the sex is not known. */
export function kinWords({ kinship, sex }: Pick<KnownPerson, 'kinship' | 'sex'>): string {
  switch (kinship) {
    case 'spouse': return sex === 'female' ? 'my wife' : sex === 'male' ? 'my husband' : 'my spouse'
    case 'parent': return sex === 'female' ? 'my mother' : sex === 'male' ? 'my father' : 'my parent'
    case 'child': return sex === 'female' ? 'my daughter' : sex === 'male' ? 'my son' : 'my child'
    case 'sibling': return sex === 'female' ? 'my sister' : sex === 'male' ? 'my brother' : 'my sibling'
    case null: return ''
  }
}
