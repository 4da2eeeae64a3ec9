/** A service's reply, as far as reading goes. */
export interface Reply {
  /** HTTP status. */
  status: number;
  contentType: string;
  body: string;
}
