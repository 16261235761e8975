/** How much of a window is used, under one limit for one key. */
export interface LimitCounterTable {
  /** The policy, a space, and what is counted by. */
  key: string;
  /** One more than `points` where somebody was refused. */
  used: number;
  points: number;
  endsAt: Date;
}
