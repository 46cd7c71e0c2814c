<?php
/**
 * Asks plugins that combine, minify or delay scripts to leave ours alone. It survives all of that but a delay, which leaves the
 * place of the audit empty until the visitor moves.
 *
 * @package LeadershipAudit
 */

namespace LeadershipAudit;

defined( 'ABSPATH' ) || exit;

/** Attributes of the tag by which a script opts out. Before src: Rocket Loader ignores what follows it. */
const LEAVE_ALONE = array(
	// Cloudflare's Rocket Loader.
	'data-cfasync'       => 'false',
	// LiteSpeed.
	'data-no-optimize'   => '1',
	'data-no-defer'      => '1',
	// WP Rocket, where it minifies.
	'data-no-minify'     => '1',
	// Autoptimize.
	'data-noptimize'     => '1',
	// NitroPack.
	'nitro-exclude'      => '1',
	// Jetpack Boost.
	'data-jetpack-boost' => 'ignore',
);

/** A part of our addresses, below the uploads and below the plugins. */
const ADDRESS_PART = '/leadership-audit/';

/** Filters of lists, and what is added to each of them. */
const LISTS = array(
	'rocket_delay_js_exclusions'                       => ADDRESS_PART,
	'rocket_exclude_defer_js'                          => ADDRESS_PART,
	'rocket_exclude_js'                                => ADDRESS_PART,
	'litespeed_optimize_js_excludes'                   => ADDRESS_PART,
	'litespeed_optm_js_defer_exc'                      => ADDRESS_PART,
	'litespeed_optm_gm_js_exc'                         => ADDRESS_PART,
	'wp-optimize-minify-default-exclusions'            => ADDRESS_PART,
	'perfmatters_delay_js_exclusions'                  => ADDRESS_PART,
	'perfmatters_defer_js_exclusions'                  => ADDRESS_PART,
	'perfmatters_minify_js_exclusions'                 => ADDRESS_PART,
	'flying_press_exclude_from_minify:js'              => ADDRESS_PART,
	'wphb_delay_js_exclusions'                         => ADDRESS_PART,
	'sgo_js_minify_exclude'                            => HANDLE,
	'sgo_javascript_combine_exclude'                   => HANDLE,
	'sgo_js_async_exclude'                             => HANDLE,
	'jetpack_boost_render_blocking_js_exclude_handles' => HANDLE,
);

foreach ( LISTS as $leadership_audit_filter => $leadership_audit_entry ) {
	add_filter(
		$leadership_audit_filter,
		static function ( $excluded ) use ( $leadership_audit_entry ) {
			$excluded   = (array) $excluded;
			$excluded[] = $leadership_audit_entry;
			return $excluded;
		}
	);
}

/** Autoptimize has a text with commas, or a list with what to leave out by its key. */
function exclude_from_autoptimize( $excluded ) {
	if ( is_array( $excluded ) ) {
		$excluded[ ADDRESS_PART ] = '';
		return $excluded;
	}
	return $excluded . ', ' . ADDRESS_PART;
}
add_filter( 'autoptimize_filter_js_exclude', __NAMESPACE__ . '\exclude_from_autoptimize' );

/** W3 Total Cache asks of each tag. */
function exclude_from_w3tc( $is_minified, $tag ) {
	return $is_minified && false === strpos( (string) $tag, ADDRESS_PART );
}
add_filter( 'w3tc_minify_js_do_tag_minification', __NAMESPACE__ . '\exclude_from_w3tc', 10, 2 );

/** False for our script, for those that ask of each script by its name. */
function unless_ours( $is_changed, $handle ) {
	return HANDLE === $handle ? false : $is_changed;
}
foreach ( array( 'minify', 'combine', 'defer', 'async', 'inline' ) as $leadership_audit_change ) {
	// After Hummingbird's own settings, which have the priority 10.
	add_filter( 'wphb_' . $leadership_audit_change . '_resource', __NAMESPACE__ . '\unless_ours', 20, 2 );
}
// Where Jetpack Boost concatenates.
add_filter( 'js_do_concat', __NAMESPACE__ . '\unless_ours', 10, 2 );

/** Adds the opt-outs to the tag of the script. */
function opt_out( string $tag, string $handle ): string {
	if ( HANDLE !== $handle ) {
		return $tag;
	}
	$attributes = '';
	foreach ( LEAVE_ALONE as $name => $value ) {
		$attributes .= ' ' . $name . '="' . $value . '"';
	}
	return str_replace( '<script', '<script' . $attributes, $tag );
}
add_filter( 'script_loader_tag', __NAMESPACE__ . '\opt_out', 10, 2 );
