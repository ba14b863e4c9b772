// How long title and description are, said below their fields while she writes, and how a search engine may show them.

const QUIET = 1000; // milliseconds after the last letter before a screen reader is told
const SEPARATOR = " · "; // between a title and the practice's name, as the pages have it

class SearchResultController extends window.StimulusModule.Controller {
  static targets = ["titleLength", "descriptionLength", "announcement", "preview", "title", "description"];

  static values = {
    practice: String,
    fallbacks: String,
    beginning: String,
    titleLeast: Number,
    titleMost: Number,
    descriptionLeast: Number,
    descriptionMost: Number,
    good: String,
    short: String,
    long: String,
    none: String,
    titleLabel: String,
    pageTitleLabel: String,
    descriptionLabel: String,
    fallbackLabel: String,
  };

  connect() {
    const field = (selector) => document.querySelector(selector);
    this.pageTitle = field("#id_title");
    this.ownTitle = field("#id_seo_title");
    this.ownDescription = field("#id_search_description");
    this.others = this.fallbacksValue.split(" ").map(field).filter(Boolean);
    // Kept here: once below their fields they are outside this element.
    this.titleCounter = this.titleLengthTarget;
    this.descriptionCounter = this.descriptionLengthTarget;
    this.place(this.titleCounter, this.ownTitle);
    this.place(this.descriptionCounter, this.ownDescription);
    this.previewTarget.hidden = false;
    this.fields = [this.pageTitle, this.ownTitle, this.ownDescription, ...this.others].filter(Boolean);
    this.listen = (event) => this.show(event.target);
    for (const each of this.fields) each.addEventListener("input", this.listen);
    this.show();
  }

  disconnect() {
    clearTimeout(this.waiting);
    for (const each of this.fields ?? []) each.removeEventListener("input", this.listen);
  }

  place(counter, field) {
    if (!field) return;
    field.after(counter);
    counter.hidden = false;
    field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} ${counter.id}`.trim());
  }

  show(changed) {
    const own = this.text(this.ownTitle);
    const title = this.withPractice(own || this.text(this.pageTitle));
    const said = this.text(this.ownDescription);
    const description = said || this.others.map((each) => this.text(each)).find(Boolean) || this.beginningValue;
    this.titleTarget.textContent = shortened(title, this.titleMostValue);
    this.descriptionTarget.textContent = shortened(description, this.descriptionMostValue);
    this.count(
      this.titleCounter,
      own ? this.titleLabelValue : this.pageTitleLabelValue,
      title,
      this.titleLeastValue,
      this.titleMostValue,
    );
    this.count(
      this.descriptionCounter,
      said || !description ? this.descriptionLabelValue : this.fallbackLabelValue,
      description,
      this.descriptionLeastValue,
      this.descriptionMostValue,
    );
    if (changed === this.ownTitle) this.announce(this.titleCounter.textContent);
    if (changed === this.ownDescription) this.announce(this.descriptionCounter.textContent);
  }

  count(counter, label, text, least, most) {
    const length = [...text].length;
    const state = !length ? "none" : length > most ? "long" : length < least ? "short" : "good";
    const words = this[`${state}Value`].replace("{length}", length).replace("{most}", most);
    counter.dataset.state = state;
    counter.textContent = `${label}: ${words}`;
  }

  announce(words) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.announcementTarget.textContent = words;
    }, QUIET);
  }

  text(field) {
    return (field?.value ?? "").trim().replace(/\s+/g, " ");
  }

  withPractice(title) {
    const name = this.practiceValue;
    return !title || !name || title.includes(name) ? title : title + SEPARATOR + name;
  }
}

// The text as far as there is room for it, after a whole word.
function shortened(text, most) {
  const letters = [...text];
  if (letters.length <= most) return text;
  return letters.slice(0, most).join("").replace(/\s+\S*$/, "") + " …";
}

window.wagtail.app.register("search-result", SearchResultController);
