const WEB = /^https?:\/\//iu;

/** Where a link of a post leads: to the web, whatever else it claims to be. */
export function addressOf(link: string): string {
  return WEB.test(link) ? link : `https://${link}`;
}
