// What an owner may set: properties of the element and the attributes that they mirror. `lang` is
// every element's own and only observed. What the values mean is read in crates/app/src/attributes.rs.

export const PROPERTIES = {
  auditId: "audit-id",
  ctaHref: "cta-href",
  ctaLabel: "cta-label",
  form: "form",
  loading: "loading",
  retain: "retain",
  shareLabel: "share-label",
  src: "src",
  start: "start",
  theme: "theme",
};

export const ATTRIBUTES = [...Object.values(PROPERTIES), "lang"];
