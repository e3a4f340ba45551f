import type { Post } from '../people/practitioner.ts'
import { asRecorder } from './asking.ts'
import type { Store } from './store.ts'

/** Everybody who can sign in to a partnership: name, sign-in name and posts. */
export const readVisitors = (
  store: Store,
  partnership: number,
): Promise<readonly { readonly signIn: string; readonly name: string; readonly posts: readonly Post[] }[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query(
      `select a.sign_in as "signIn", p.name, coalesce((select jsonb_agg(jsonb_build_object('agency', o.agency, 'role', o.role)
         order by o.agency, o.role) from post o where o.partnership = p.partnership and o.practitioner = p.practitioner), '[]') as posts
       from practitioner p join account a using (account)
       where p.partnership = $1 and p.ended is null and a.ended is null order by p.name`,
      [partnership],
    )
    return rows
  })
