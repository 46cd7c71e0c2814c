<?php
/**
 * What an author may set, in a shortcode or a block.
 *
 * @package LeadershipAudit
 */

namespace LeadershipAudit;

defined( 'ABSPATH' ) || exit;

// Begin generated options: by cargo xtask generate, from content/element.json.
/** The attributes of the element, which validates their values itself. */
const ATTRIBUTES = array(
	'form',
	'start',
	'lang',
	'cta-href',
	'cta-label',
	'share-label',
	'share-href',
	'theme',
	'retain',
	'loading',
	'audit-id',
	'src',
	'round-href',
);

/** Attributes that hold a URL, with the allowed protocols. */
const ADDRESSES = array(
	'cta-href'   => array( 'https', 'mailto' ),
	'share-href' => array( 'mailto' ),
	'src'        => array( 'https', 'http' ),
	'round-href' => array( 'https', 'http' ),
);

/** The colours: custom properties of the element, without their prefix. */
const COLOURS = array(
	'accent',
	'paper',
	'ink',
	'accent-dark',
	'paper-dark',
	'ink-dark',
);
// End generated

/** One colour and nothing else, so that it cannot bring other CSS. The rule is that of site/settings.js. */
const COLOUR = '/^(#[\da-f]{3,8}|[a-z]+|(rgba?|hsla?|hwb|(ok)?l(ab|ch)|color)\([^()]*\)|var\(--[\w-]+\))$/i';
