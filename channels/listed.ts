/** A message that the provider says came in. */
export interface ListedInbound {
  providerId: string;
  from: string;
  to: string;
  body: string;
  at: Date;
}

/** A message that the provider says it took from us. */
export interface ListedSent {
  providerId: string;
  to: string;
  body: string;
  /** The provider's own word. */
  status: string;
  code: string | null;
  at: Date;
}
