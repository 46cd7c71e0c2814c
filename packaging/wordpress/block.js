// The block in WordPress's editor. The settings it asks for are those that PHP registered; what the
// visitor gets is rendered by PHP as well.
(({ blocks, blockEditor, components, element }) => {
  const NAME = "leadership-audit/audit";
  const create = element.createElement;

  /** The address of the link at the end. PHP leaves out what the element would not show. */
  const LINK = "ctaHref";
  const NEEDS = "Begins with https:// or mailto:";

  /** A setting as the placeholder lists it. */
  function listed(key, title, value) {
    const unfit = key === LINK && !/^\s*(https:\/\/|mailto:)/i.test(value);
    return unfit ? `${title}: ${value} (left out: it needs https:// or mailto:)` : `${title}: ${value}`;
  }

  function control(key, { title, enum: values }, { attributes, setAttributes }) {
    const shared = {
      key,
      label: title,
      value: attributes[key] ?? values?.[0] ?? "",
      // What is at its default is not written down.
      onChange: (value) =>
        setAttributes({ [key]: value === "" || value === values?.[0] ? undefined : value }),
    };
    if (!values) return create(components.TextControl, { ...shared, help: key === LINK ? NEEDS : undefined });
    const options = values.map((value) => ({ label: value, value }));
    return create(components.SelectControl, { ...shared, options });
  }

  function Edit(props) {
    const known = Object.entries(blocks.getBlockType(NAME).attributes);
    const settings = known.filter(([, schema]) => schema.title);
    const controls = settings.map(([key, schema]) => control(key, schema, props));
    const chosen = settings
      .filter(([key]) => props.attributes[key])
      .map(([key, { title }]) => create("li", { key }, listed(key, title, props.attributes[key])));
    return create(
      "div",
      blockEditor.useBlockProps(),
      create(
        blockEditor.InspectorControls,
        null,
        create(components.PanelBody, { title: "Leadership Audit" }, controls),
      ),
      create(
        components.Placeholder,
        { icon: "forms", label: "Leadership Audit" },
        create("ul", null, chosen),
      ),
    );
  }

  blocks.registerBlockType(NAME, { edit: Edit, save: () => null });
})(window.wp);
