/** The kinds of staff. A person may be several. */
export const roles = ['officer', 'analyst', 'interviewer', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Who is asking: a member of staff by session cookie, or a program by API key. */
export type Actor =
  | { kind: 'staff'; id: string; name: string; roles: readonly Role[] }
  | { kind: 'key'; id: string; name: string; scopes: readonly string[] };
