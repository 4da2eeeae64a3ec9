import { scaledToText } from '~/ui/use-media-query';

/**
 * Lays the page out for the chosen size of text. A media query in rem follows the browser's size of text and not the
 * page's own: at 150 % a phone would keep a layout that has no room for its words. So what each of them asks is
 * multiplied, as if the browser's size were as large.
 */
export function fitToText(): void {
  for (const { cssRules } of document.styleSheets) fit(cssRules);
  // What is measured by script, and `useMediaQuery`.
  dispatchEvent(new Event('resize'));
}

/** What each media query asks at 100 %. */
const asked = new WeakMap<CSSMediaRule, string>();

function fit(rules: CSSRuleList): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) {
      const query = asked.get(rule) ?? rule.media.mediaText;
      asked.set(rule, query);
      const scaled = scaledToText(query);
      if (scaled !== rule.media.mediaText) rule.media.mediaText = scaled;
    }
    if (rule instanceof CSSGroupingRule) fit(rule.cssRules);
  }
}
