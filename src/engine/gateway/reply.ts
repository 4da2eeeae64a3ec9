/** A service's response, as far as reading needs it. */
export interface Reply {
  /** HTTP status. */
  status: number;
  contentType: string;
  body: string;
  /** The id that was asked about, to find it in a list. */
  askedId?: string;
}
