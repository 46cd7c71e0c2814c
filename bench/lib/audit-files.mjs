// Which files of the product's dist/ a visitor's browser may fetch.

/** What is beside the widget for owners and developers, by its path in dist/. */
export const NOT_FOR_VISITORS =
  /^(index\.html|embed\.html|sri\.json|site|schema|instruments)(\/|$)/;
