/** The ledger's words for one delivery, in the order they may come. Status moves forward only. */
export const deliveryStatuses = [
  'due',
  'claimed',
  'unknown',
  'accepted',
  'sent',
  'failed',
  'delivered',
  'cancelled',
] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** How far along each status is; a receipt of a lower or equal rank is recorded, not applied. */
export const statusRank: Record<DeliveryStatus, number> = {
  due: 0,
  claimed: 1,
  unknown: 2,
  accepted: 3,
  sent: 4,
  failed: 5,
  delivered: 6,
  cancelled: 7,
};

/** What a provider said when handed a message. */
export interface SendResult {
  /** The provider's own id, to match its receipts. */
  providerId: string;
  status: 'accepted' | 'sent' | 'delivered';
}

/** What a failure means for the person: try the same way again, try another way, or stop for this purpose, for they said so or called it unwanted. */
export type FailureKind = 'soft' | 'hard' | 'opted_out' | 'complaint';

/** One report from a provider, in our words. */
export interface Receipt {
  /** The provider's id of this very report, so that a repeat is known. */
  eventId: string;
  deliveryId: string | null;
  providerId: string | null;
  status: DeliveryStatus;
  failure: FailureKind | null;
  /** The provider's code, and what it means in plain words ("number not in use"). */
  code: string | null;
  reason: string | null;
  at: Date;
}
