/** What the head and the header say of a page of a list. */
import type { Address, ListPage, PageOf } from "./api";

/** Where a language has no such list, the way there leads to its blog. */
export function addressOf({ list, number, path }: ListPage, blog: PageOf<"blog.BlogIndexPage">): Address {
  const { seo, alternates, feeds, page_title } = list;
  const language_links = blog.language_links.map((link) => {
    const same = list.translations.find(({ locale }) => locale === link.page.locale);
    return same ? { ...link, page: { ...link.page, path: same.path } } : { ...link, is_translation: false };
  });
  if (number === 1) return { path, seo, alternates, feeds, language_links };
  const title = page_title.replace("{number}", String(number));
  const canonical_url = new URL(path, seo.canonical_url).href;
  return { path, seo: { ...seo, title, canonical_url, json_ld: "" }, alternates: [], feeds, language_links };
}
