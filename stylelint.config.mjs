// How the stylesheets are judged: the standard rules, and what this house does differently.
const name = "[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*"; // a block of the CMS keeps the underscores of its name

export default {
  extends: ["stylelint-config-standard"],
  reportDescriptionlessDisables: true,
  reportInvalidScopeDisables: true,
  reportNeedlessDisables: true,
  rules: {
    "selector-class-pattern": [`^${name}(?:__${name})?(?:--${name})?$`, { message: "Write it as block__part--variant" }],
    "custom-property-pattern": [`^${name}(?:--[0-9]+)?$`, { message: "Write it in kebab-case (--step--1 is minus one)" }],
    "keyframes-name-pattern": `^${name}$`,
    // Phones whose iOS is older than 16.4 do not understand `(width >= 64rem)`.
    "media-feature-range-notation": "prefix",
    "property-no-vendor-prefix": [true, { ignoreProperties: ["text-size-adjust", "-webkit-text-size-adjust"] }], // Safari has no other
    "value-keyword-case": ["lower", { ignoreKeywords: ["currentColor"], ignoreProperties: [/^--font-/] }],
    "at-rule-empty-line-before": [
      "always",
      {
        except: ["blockless-after-same-name-blockless", "first-nested"],
        ignore: ["after-comment"],
        ignoreAtRules: ["import"], // the list of imports follows the order of their layers
      },
    ],
    // What belongs together stands together.
    "rule-empty-line-before": null,
    "custom-property-empty-line-before": null,
    // Files are ordered by what they are about; layers and flat selectors settle what wins.
    "no-descending-specificity": null,
  },
};
