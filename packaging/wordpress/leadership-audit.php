<?php
/**
 * Plugin Name: Leadership Audit
 * Description: A self-assessment for leaders, as the shortcode [leadership_audit] and as a block. It runs in the visitor's browser and sends nothing by itself.
 * Version: @VERSION@
 * Requires at least: 5.8
 * Requires PHP: 7.4
 * License: MIT OR Apache-2.0
 * License URI: https://spdx.org/licenses/MIT.html
 * Text Domain: leadership-audit
 *
 * Licensed under MIT (which is compatible with the GPL of WordPress) or Apache 2.0, at your option.
 */

namespace LeadershipAudit;

defined( 'ABSPATH' ) || exit;

const VERSION = '@VERSION@';
const HANDLE  = 'leadership-audit';
const BLOCK   = 'leadership-audit/audit';

// Begin generated attributes: by cargo xtask generate, from content/element.json.
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
	'cta-href'    => array( 'https', 'mailto' ),
	'share-href'  => array( 'mailto' ),
	'src'         => array( 'https', 'http' ),
	'round-href'  => array( 'https', 'http' ),
);

/** The settings in the block editor, in order: a title, and the values if they are a fixed set. */
function settings(): array {
	return array(
		'form'        => array( __( 'Form', 'leadership-audit' ), array( 'choose', 'full', 'short' ) ),
		'start'       => array( __( 'Begins with', 'leadership-audit' ), array( 'welcome', 'audit', 'map', 'circle', 'practice', 'round' ) ),
		'lang'        => array( __( 'Language', 'leadership-audit' ) ),
		'cta-href'    => array( __( 'Link at the end: address', 'leadership-audit' ) ),
		'cta-label'   => array( __( 'Link at the end: text', 'leadership-audit' ) ),
		'share-label' => array( __( 'Button that shares the result with your page', 'leadership-audit' ) ),
		'share-href'  => array( __( 'Mail the summary to', 'leadership-audit' ) ),
		'theme'       => array( __( 'Theme', 'leadership-audit' ), array( 'auto', 'light', 'dark' ) ),
		'retain'      => array( __( 'Answers are kept', 'leadership-audit' ), array( 'device', 'session' ) ),
		'loading'     => array( __( 'The program is fetched', 'leadership-audit' ), array( 'lazy', 'eager' ) ),
		'audit-id'    => array( __( 'Name of this audit', 'leadership-audit' ) ),
		'src'         => array( __( 'Another questionnaire: address', 'leadership-audit' ) ),
		'round-href'  => array( __( 'Invitations to answer lead to', 'leadership-audit' ) ),
	);
}
// End generated

/** Opts out of Rocket Loader, LiteSpeed and WP Rocket: a module breaks when bundled or delayed. */
const LEAVE_ALONE = array(
	'data-cfasync'     => 'false',
	'data-no-optimize' => '1',
	'data-no-defer'    => '1',
	'data-no-minify'   => '1',
);

/** Exclusion lists of the optimisers that ignore attributes of the tag. */
const EXCLUSIONS = array(
	'rocket_delay_js_exclusions',
	'rocket_exclude_defer_js',
	'rocket_exclude_js',
	'litespeed_optimize_js_excludes',
	'litespeed_optm_js_defer_exc',
);

/** The URL of the loader. Its folder has the version, so that no cache pairs it with an old program. */
function loader(): string {
	return plugins_url( 'assets/' . VERSION . '/leadership-audit.js', __FILE__ );
}

/** What no reader sees or what turns text around, white space, and what browsers read as another character. */
const NOT_PLAIN = '/[\p{Cc}\p{Z}\x{ad}\x{34f}\x{61c}\x{115f}\x{1160}\x{17b4}\x{17b5}\x{180b}-\x{180f}\x{200b}-\x{200f}'
	. '\x{202a}-\x{202e}\x{2060}-\x{206f}\x{2800}\x{3164}\x{fe00}-\x{fe0f}\x{feff}\x{ffa0}\x{fff0}-\x{fffb}'
	. '\x{1bca0}-\x{1bca3}\x{1d173}-\x{1d17a}\x{e0000}-\x{e0fff}\\\\"<>]/u';
/** A host that shows, or a mailbox. */
const LINK = '~^(https://(?![-.]*(?:[:/?#]|$))(?:[a-z\d.-]|[^\x{0}-\x{7f}])+(?::\d*)?(?:[/?#]|$)|mailto:[^@?]+@[^@?]+(?:\?|$))~iu';

/** Whether an address is a link that the element shows, by the rule of crates/app/src/attributes/link.rs. */
function is_shown_as_link( string $address ): bool {
	return 0 === preg_match( NOT_PLAIN, $address ) && 1 === preg_match( LINK, $address );
}

/** Says to whoever can mend it why a link is missing; visitors see nothing. */
function missing_link(): string {
	if ( ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	$why = __( 'Only editors see this: the link at the end is left out. Its address needs https:// or mailto:, and a host without a user’s name or hidden characters before it.', 'leadership-audit' );
	return '<p><small>' . esc_html( $why ) . '</small></p>';
}

/**
 * Renders the element and enqueues its script.
 *
 * @param array $given values by name of the attribute.
 */
function element( array $given ): string {
	// For optimisers that copy the loader elsewhere.
	$html = '<leadership-audit files-href="' . esc_url( dirname( loader() ) . '/', array( 'https', 'http' ) ) . '"';
	$note = '';
	$ahead = '';
	foreach ( ATTRIBUTES as $name ) {
		$value = $given[ $name ] ?? '';
		// Editors put entities into shortcodes.
		$value = is_string( $value ) ? trim( html_entity_decode( $value, ENT_QUOTES | ENT_HTML5, 'UTF-8' ) ) : '';
		if ( 'cta-href' === $name && '' !== $value && ! is_shown_as_link( $value ) ) {
			$value = '';
			$note  = missing_link();
		}
		if ( isset( ADDRESSES[ $name ] ) ) {
			$value = esc_url_raw( $value, ADDRESSES[ $name ] );
		}
		if ( 'src' === $name && '' !== $value ) {
			// Beside the program, and not after it.
			$ahead = '<link rel="preload" href="' . esc_url( $value ) . '" as="fetch" crossorigin="anonymous">';
		}
		if ( '' !== $value ) {
			$html .= ' ' . $name . '="' . esc_attr( $value ) . '"';
		}
	}
	$instead = __( 'The self-assessment belongs here. If it doesn’t appear, reload the page, or try another browser with JavaScript on.', 'leadership-audit' );
	enqueue();
	return $ahead . $html . '><p>' . esc_html( $instead ) . '</p></leadership-audit>' . $note;
}

/** Enqueues the loader. Called by the element only, so that no other page loads the script. */
function enqueue(): void {
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( HANDLE, loader(), array(), null );
	} else {
		// Before WordPress 6.5.
		wp_enqueue_script( HANDLE, loader(), array(), null, true );
	}
}

/** Renders [leadership_audit form="short" cta_href="…" cta_label="…"]. */
function shortcode( $given ): string {
	$named = array();
	foreach ( (array) $given as $name => $value ) {
		$named[ str_replace( '_', '-', (string) $name ) ] = $value;
	}
	return element( $named );
}

/** The name of an attribute in a block: ctaHref for cta-href. */
function in_block( string $name ): string {
	return lcfirst( str_replace( '-', '', ucwords( $name, '-' ) ) );
}

/** Renders the block. */
function block( array $given ): string {
	$named = array();
	foreach ( ATTRIBUTES as $name ) {
		$named[ $name ] = $given[ in_block( $name ) ] ?? '';
	}
	return '<div ' . get_block_wrapper_attributes() . '>' . element( $named ) . '</div>';
}

/** Registers the shortcode and the block. */
function register(): void {
	add_shortcode( 'leadership_audit', __NAMESPACE__ . '\shortcode' );

	$attributes = array();
	foreach ( settings() as $name => $setting ) {
		$schema = array( 'type' => 'string', 'title' => $setting[0] );
		if ( isset( $setting[1] ) ) {
			$schema['enum'] = $setting[1];
		}
		$attributes[ in_block( $name ) ] = $schema;
	}
	$needs = array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element' );
	wp_register_script( HANDLE . '-block', plugins_url( 'block.js', __FILE__ ), $needs, VERSION, true );
	register_block_type(
		BLOCK,
		array(
			'api_version'     => 2,
			'title'           => __( 'Leadership Audit', 'leadership-audit' ),
			'description'     => __( 'A self-assessment for leaders that runs in the visitor’s browser.', 'leadership-audit' ),
			'category'        => 'widgets',
			'icon'            => 'forms',
			'attributes'      => $attributes,
			'supports'        => array( 'align' => array( 'wide', 'full' ), 'html' => false ),
			'editor_script'   => HANDLE . '-block',
			'render_callback' => __NAMESPACE__ . '\block',
		)
	);
}
add_action( 'init', __NAMESPACE__ . '\register' );

/** Adds the opt-outs to the loader's tag, before src: Rocket Loader ignores what follows it. */
function script_attributes( array $attributes ): array {
	$ours = ( $attributes['src'] ?? '' ) === loader();
	return $ours ? array( 'type' => 'module' ) + LEAVE_ALONE + $attributes : $attributes;
}
add_filter( 'wp_script_attributes', __NAMESPACE__ . '\script_attributes' );

/** Replaces the loader's tag before WordPress 6.5, which cannot print a module script. */
function script_tag( string $tag, string $handle ): string {
	return HANDLE === $handle ? wp_get_script_tag( array( 'src' => loader() ) ) : $tag;
}
add_filter( 'script_loader_tag', __NAMESPACE__ . '\script_tag', 10, 2 );

foreach ( EXCLUSIONS as $filter ) {
	add_filter(
		$filter,
		static function ( $list ) {
			$list   = (array) $list;
			$list[] = 'leadership-audit.js';
			return $list;
		}
	);
}
