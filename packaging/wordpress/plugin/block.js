// The block in WordPress's editor: its settings, and the audit as visitors meet it. What they get is rendered by PHP.
(({ blocks, blockEditor, components, compose, data, element, i18n }, folder) => {
  const { createElement: create, Fragment } = element;
  const { __ } = i18n;
  /** The name of the element. */
  const NAME = "leadership-audit";

  // Begin generated options: by cargo xtask generate, from content/element.json.
  /** What an author may set, in the order of the sidebar. */
  const OPTIONS = [
    {
      name: "form",
      attribute: "form",
      group: "offers",
      label: __("Form", "leadership-audit"),
      options: [
        ["choose", __("The visitor chooses", "leadership-audit")],
        ["full", __("Full, 36 statements", "leadership-audit")],
        ["short", __("Short, 18 statements", "leadership-audit")],
      ],
    },
    {
      name: "start",
      attribute: "start",
      group: "offers",
      label: __("Begins with", "leadership-audit"),
      options: [
        ["welcome", __("The welcome screen", "leadership-audit")],
        ["audit", __("The first statement", "leadership-audit")],
        ["map", __("The relationship map", "leadership-audit")],
        ["circle", __("The support circle", "leadership-audit")],
        ["practice", __("The act of this week", "leadership-audit")],
        ["round", __("How others see it", "leadership-audit")],
      ],
    },
    {
      name: "lang",
      attribute: "lang",
      group: "offers",
      label: __("Language", "leadership-audit"),
      help: __("Without a choice, the audit speaks the language of the page, or else of the visitor’s browser, as far as it is translated.", "leadership-audit"),
      options: [
        ["", __("That of the page", "leadership-audit")],
        ["ar", "العربية"],
        ["de", "Deutsch"],
        ["en", "English"],
        ["en-US", "American English"],
        ["es", "Español"],
        ["fr", "Français"],
        ["ja", "日本語"],
        ["pt-BR", "Português (Brasil)"],
      ],
    },
    {
      name: "ctaHref",
      attribute: "cta-href",
      group: "offers",
      label: __("Link at the end: address", "leadership-audit"),
      isAddress: true,
      placeholder: "https://example.com/book",
    },
    {
      name: "ctaLabel",
      attribute: "cta-label",
      group: "offers",
      label: __("Link at the end: text", "leadership-audit"),
      placeholder: __("Book a conversation", "leadership-audit"),
      help: __("Your own next step, below the results. It needs both.", "leadership-audit"),
    },
    {
      name: "shareLabel",
      attribute: "share-label",
      group: "offers",
      label: __("Button that shares the result with your page", "leadership-audit"),
      placeholder: __("none", "leadership-audit"),
      help: __("With a text here, visitors can hand their result to a script of yours; without that script a press does nothing.", "leadership-audit"),
    },
    {
      name: "shareHref",
      attribute: "share-href",
      group: "offers",
      label: __("Mail the summary to", "leadership-audit"),
      isAddress: true,
      placeholder: __("you@example.com", "leadership-audit"),
      help: __("Visitors can send you a summary from their own mail program, and attach their file.", "leadership-audit"),
    },
    {
      name: "theme",
      attribute: "theme",
      group: "theme",
      label: __("Theme", "leadership-audit"),
      options: [
        ["auto", __("As the page around it", "leadership-audit")],
        ["light", __("Light", "leadership-audit")],
        ["dark", __("Dark", "leadership-audit")],
      ],
    },
    {
      name: "retain",
      attribute: "retain",
      group: "more",
      label: __("Answers are kept", "leadership-audit"),
      options: [
        ["device", __("In the browser, for up to 180 days", "leadership-audit")],
        ["session", __("Until the tab is closed", "leadership-audit")],
      ],
    },
    {
      name: "loading",
      attribute: "loading",
      group: "more",
      label: __("The program is fetched", "leadership-audit"),
      options: [
        ["lazy", __("When a visitor comes near it", "leadership-audit")],
        ["eager", __("With the page", "leadership-audit")],
      ],
    },
    {
      name: "auditId",
      attribute: "audit-id",
      group: "more",
      label: __("Name of this audit", "leadership-audit"),
      placeholder: __("default", "leadership-audit"),
      help: __("Keeps several audits on one site apart. Letters from A to Z, digits, dot, hyphen and underscore.", "leadership-audit"),
    },
    {
      name: "src",
      attribute: "src",
      group: "more",
      label: __("Another questionnaire: address", "leadership-audit"),
      isAddress: true,
      placeholder: __("the one shown here", "leadership-audit"),
      help: __("A file of your own, fetched when the audit is shown.", "leadership-audit"),
    },
    {
      name: "roundHref",
      attribute: "round-href",
      group: "more",
      label: __("Invitations to answer lead to", "leadership-audit"),
      isAddress: true,
      placeholder: __("the page itself", "leadership-audit"),
      help: __("A page of yours with this element. The people whom a leader asks answer there.", "leadership-audit"),
    },
  ];

  const COLOURS = [
    ["accent", __("Accent", "leadership-audit"), "--leadership-audit-accent"],
    ["paper", __("Background", "leadership-audit"), "--leadership-audit-paper"],
    ["ink", __("Text", "leadership-audit"), "--leadership-audit-ink"],
    ["accentDark", __("Accent in the dark", "leadership-audit"), "--leadership-audit-accent-dark"],
    ["paperDark", __("Background in the dark", "leadership-audit"), "--leadership-audit-paper-dark"],
    ["inkDark", __("Text in the dark", "leadership-audit"), "--leadership-audit-ink-dark"],
  ];
  // End generated

  /** An address with the scheme that was left out, by the rules of includes/links.php. */
  const WITHOUT_HTTPS = /^(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+\p{L}{2,}(?::\d+)?(?:[\/?#]|$)/u;
  const WITHOUT_MAILTO = /^[^\s@:\/?#]+@(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+\p{L}{2,}$/u;

  function mended(text) {
    const address = text.trim();
    if (WITHOUT_HTTPS.test(address)) return `https://${address}`;
    return WITHOUT_MAILTO.test(address) ? `mailto:${address}` : address;
  }

  /** What is wrong with the link at the end; undefined where nothing is. The element knows the rest of the rule. */
  function faultOfLink({ ctaHref, ctaLabel }) {
    if (!ctaHref && !ctaLabel) return undefined;
    if (!ctaHref) return __("The link needs an address as well. Without one it’s left out.", "leadership-audit");
    if (/^http:/i.test(ctaHref)) {
      return __("This address begins with http://, and is left out. Use the one that begins with https://.", "leadership-audit");
    }
    if (!/^(https:\/\/|mailto:)/i.test(ctaHref)) {
      return __("The address needs https:// or mailto: at its beginning. Without it the link is left out.", "leadership-audit");
    }
    return ctaLabel ? undefined : __("The link needs a text as well. Without one it’s left out.", "leadership-audit");
  }

  function control({ name, label, options, isAddress, help, placeholder }, { attributes, setAttributes }) {
    const value = attributes[name] ?? "";
    const set = (value) => setAttributes({ [name]: value || undefined });
    const shared = { key: name, label, help, __nextHasNoMarginBottom: true, __next40pxDefaultSize: true };
    if (options) {
      const [[standard]] = options;
      const choices = options.map(([value, label]) => ({ value, label }));
      // What is at its default is not written down.
      const onChange = (value) => set(value === standard ? "" : value);
      return create(components.SelectControl, { ...shared, value: value || standard, options: choices, onChange });
    }
    const onBlur = isAddress ? () => value && set(mended(value)) : undefined;
    return create(components.TextControl, { ...shared, placeholder, value, onChange: set, onBlur });
  }

  function Sidebar(props) {
    const { attributes, setAttributes } = props;
    const controls = (group) => OPTIONS.filter((option) => option.group === group).map((option) => control(option, props));
    const fault = faultOfLink(attributes);
    const colours = COLOURS.map(([name, label]) => ({
      label,
      value: attributes[name],
      onChange: (value) => setAttributes({ [name]: value }),
    }));
    const warning = { key: "fault", status: "warning", isDismissible: false };
    return create(
      blockEditor.InspectorControls,
      null,
      create(
        components.PanelBody,
        { title: __("Leadership Audit", "leadership-audit") },
        controls("offers"),
        fault && create(components.Notice, warning, fault),
        controls("theme"),
      ),
      create(blockEditor.PanelColorSettings, {
        title: __("Colours", "leadership-audit"),
        colorSettings: colours,
      }),
      create(
        components.PanelBody,
        { title: __("More settings", "leadership-audit"), initialOpen: false },
        controls("more"),
      ),
    );
  }

  /** Brings the element into the document that shows the block, which is a frame of the editor's in most versions. */
  function load({ ownerDocument: page }) {
    const src = `${folder}leadership-audit.js?ver=@VERSION@`;
    if ([...page.scripts].some((script) => script.src === src)) return;
    const script = page.createElement("script");
    Object.assign(script, { type: "module", src });
    page.head.append(script);
  }

  /** The element with these settings, out of reach: a press on it selects the block. */
  function Preview({ attributes }) {
    const ref = compose.useRefEffect(load, []);
    const given = Object.fromEntries(OPTIONS.map(({ name, attribute }) => [attribute, attributes[name]]));
    const colours = COLOURS.map(([name, , property]) => [property, attributes[name]]);
    const own = {
      style: Object.fromEntries(colours.filter(([, value]) => value)),
      "files-href": folder,
      // What the author has answered on the site has no place here.
      "audit-id": "editor",
    };
    const instead = __("The preview belongs here. If it doesn’t appear, scripts are held back in this editor; look at the page itself.", "leadership-audit");
    // React knows the attribute `inert` only as a text in older versions, and only as a boolean in newer ones.
    const box = compose.useRefEffect((node) => node.setAttribute("inert", ""), []);
    return create("div", { ref: box }, create(NAME, { ...given, ...own, ref }, create("p", null, instead)));
  }

  /** A button that opens the sidebar, which may be closed. The editor of pages and posts can; that of a whole site shows it. */
  function waysToSidebar() {
    const editor = data.dispatch("core/edit-post");
    const open = () => editor.openGeneralSidebar("edit-post/block");
    return editor?.openGeneralSidebar ? [{ label: __("Open the settings", "leadership-audit"), onClick: open }] : [];
  }

  function Edit(props) {
    const { attributes, isSelected } = props;
    const fault = faultOfLink(attributes);
    const pointer = __("You set the form, the link at the end and the colours in the sidebar, under “Block”.", "leadership-audit");
    const notice = (status, text, actions) => create(components.Notice, { status, actions, isDismissible: false }, text);
    return create(
      Fragment,
      null,
      create(Sidebar, props),
      create(
        "div",
        blockEditor.useBlockProps(),
        fault && notice("warning", fault),
        create(Preview, { attributes }),
        // Below, so that nothing moves when the block is selected.
        isSelected && notice("info", pointer, waysToSidebar()),
      ),
    );
  }

  blocks.registerBlockType("leadership-audit/audit", { edit: Edit, save: () => null });
})(window.wp, window.leadershipAuditFolder);
