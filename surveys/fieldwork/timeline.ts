/** What a timeline can be narrowed to. */
export const entryKinds = [
  'delivery',
  'receipt',
  'inbound',
  'frame',
  'answer',
  'change',
  'group',
  'comment',
  'call',
] as const;
export type EntryKind = (typeof entryKinds)[number];
