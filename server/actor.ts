/** The kinds of staff. A person may be several. */
export const roles = ['officer', 'analyst', 'interviewer', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** What a member of staff must do before anything else: choose a password of their own, or set up a second step. */
export type Held = 'password' | 'two_step';

/** Who is asking: a member of staff by session cookie, or a program by API key. */
export type Actor =
  | { kind: 'staff'; id: string; name: string; roles: readonly Role[]; held?: Held | null }
  | { kind: 'key'; id: string; name: string; scopes: readonly string[] };
