/** The way from a page to the other languages. */
import type { Address, Site } from "./api";

export interface SwitchLink {
  path: string;
  code: string;
  /** What the language calls itself. */
  name: string;
  /** What leads elsewhere says so, around the title of where it leads: there is no such page in that language. */
  note?: { before: string; title: string; after: string };
}

/** Without a page, they lead to the first page of each language. */
export function switchLinks({ languages, labels, locale }: Site, page?: Address): SwitchLink[] {
  if (!page) {
    return languages.flatMap(({ code, name, home }) =>
      home && code !== locale ? [{ path: home.path, code, name }] : [],
    );
  }
  const [before = "", after = ""] = labels.not_this_page.split("{title}");
  return page.language_links.map(({ name, page: { path, locale: code, title }, is_translation }) => ({
    path,
    code,
    name,
    ...(is_translation ? {} : { note: { before, title, after } }),
  }));
}
