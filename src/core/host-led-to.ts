/** The other host that a request ended at, because a redirect led there; null if it stayed where it was sent. */
export function hostLedTo(
  { redirected, url }: Pick<Response, 'redirected' | 'url'>,
  asked: string,
): string | null {
  if (!redirected || !URL.canParse(url)) return null;
  const end = new URL(url);
  return end.origin === new URL(asked).origin ? null : end.host;
}
