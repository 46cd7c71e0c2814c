<?php
/**
 * The block: what block.json and block.js say of it, and what PHP renders.
 *
 * @package LeadershipAudit
 */

namespace LeadershipAudit;

defined( 'ABSPATH' ) || exit;

/** The name of an option in a block: ctaHref for cta-href. */
function in_block( string $name ): string {
	return lcfirst( str_replace( '-', '', ucwords( $name, '-' ) ) );
}

/** Renders the block. */
function block( array $given ): string {
	$named = array();
	foreach ( array_merge( ATTRIBUTES, COLOURS ) as $name ) {
		$named[ $name ] = $given[ in_block( $name ) ] ?? '';
	}
	return '<div ' . get_block_wrapper_attributes() . '>' . element( $named ) . '</div>';
}

/** Registers the block with its script for the editor. */
function register_block(): void {
	$script = HANDLE . '-block';
	$needs  = array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-compose', 'wp-data', 'wp-element', 'wp-i18n' );
	wp_register_script( $script, plugins_url( 'block.js', PLUGIN ), $needs, VERSION, true );
	wp_set_script_translations( $script, 'leadership-audit', dirname( PLUGIN ) . '/languages' );
	register_block_type( dirname( PLUGIN ), array( 'render_callback' => __NAMESPACE__ . '\block' ) );
}

/** Tells the block where the element's files are, for its preview. */
function tell_folder(): void {
	$told = 'window.leadershipAuditFolder = ' . wp_json_encode( folder() ) . ';';
	wp_add_inline_script( HANDLE . '-block', $told, 'before' );
}
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\tell_folder' );
