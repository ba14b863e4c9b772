/** The way from a page to the other languages. */
import type { Address, Site } from "./api";

export interface SwitchLink {
  path: string;
  code: string;
  /** What the language calls itself. */
  name: string;
  /** What leads elsewhere says so: there is no such page in that language. */
  note: string;
}

export function switchLinks(site: Site, page?: Address): SwitchLink[] {
  return site.languages
    .filter(({ code, home }) => code !== site.locale && home)
    .flatMap(({ code, name, home }) => {
      const translation = page?.translations.find(({ locale }) => locale === code)?.page;
      const target = translation ?? home;
      const note = page && !translation && home ? `(${home.title})` : "";
      return target ? [{ path: target.path, code, name, note }] : [];
    });
}
