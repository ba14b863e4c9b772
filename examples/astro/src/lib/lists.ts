/** What the head and the header say of a page of a list. */
import type { Address, ListPage } from "./api";

export function addressOf({ list, number, path }: ListPage): Address {
  const { seo, alternates, feeds, page_title } = list;
  const translations = list.translations.map(({ locale, path }) => ({ locale, page: { path } }));
  if (number === 1) return { path, seo, alternates, feeds, translations };
  const title = page_title.replace("{number}", String(number));
  const canonical_url = new URL(path, seo.canonical_url).href;
  return { path, seo: { ...seo, title, canonical_url, json_ld: "" }, alternates: [], feeds, translations };
}
