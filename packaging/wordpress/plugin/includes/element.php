<?php
/**
 * The element on a page, as a shortcode brings it and as a block does.
 *
 * @package LeadershipAudit
 */

namespace LeadershipAudit;

defined( 'ABSPATH' ) || exit;

/**
 * Renders the element and enqueues its script.
 *
 * @param array $given values by name of the option.
 */
function element( array $given ): string {
	$folder = folder();
	enqueue( $folder );
	$values = array_map( __NAMESPACE__ . '\plain', $given );
	$html   = '<leadership-audit files-href="' . esc_url( $folder ) . '"';
	foreach ( attributes( $values ) as $name => $value ) {
		$html .= ' ' . $name . '="' . esc_attr( $value ) . '"';
	}
	$instead = __( 'The self-assessment belongs here. If it doesn’t appear, reload the page, or try another browser with JavaScript on.', 'leadership-audit' );
	return ahead( $folder, $values ) . $html . '><p>' . esc_html( $instead ) . '</p></leadership-audit>'
		. note_for_editors( why_no_link( $values['cta-href'] ?? '', $values['cta-label'] ?? '' ) );
}

/**
 * A value as its author meant it: editors put entities into shortcodes.
 *
 * @param mixed $value of an option.
 */
function plain( $value ): string {
	return is_string( $value ) ? trim( html_entity_decode( $value, ENT_QUOTES | ENT_HTML5, 'UTF-8' ) ) : '';
}

/** The attributes of the element, but for the one that says where its files are. */
function attributes( array &$values ): array {
	$attributes = array();
	foreach ( ATTRIBUTES as $name ) {
		$value = $values[ $name ] ?? '';
		if ( isset( ADDRESSES[ $name ] ) ) {
			$value           = mended( $value );
			$values[ $name ] = $value;
			$value           = 'cta-href' !== $name || is_shown_as_link( $value ) ? esc_url_raw( $value, ADDRESSES[ $name ] ) : '';
		}
		if ( '' !== $value ) {
			$attributes[ $name ] = $value;
		}
	}
	// start.js sets the properties: a strict policy allows neither a style attribute nor a style element.
	foreach ( COLOURS as $name ) {
		$value = $values[ $name ] ?? '';
		if ( 1 === preg_match( COLOUR, $value ) ) {
			$attributes[ 'data-colour-' . $name ] = $value;
		}
	}
	return $attributes;
}

/** Has the browser fetch what it will need, beside what it needs first. */
function ahead( string $folder, array $values ): string {
	$links = '<link rel="modulepreload" href="' . esc_url( $folder . 'leadership-audit.js' ) . '">';
	$own   = esc_url( $values['src'] ?? '', ADDRESSES['src'] );
	return '' === $own ? $links : $links . '<link rel="preload" href="' . $own . '" as="fetch" crossorigin="anonymous">';
}

/**
 * Enqueues the script that imports the element. Called by the element only, so that no other page loads it. An ordinary script,
 * though it imports a module: optimisers combine, move and delay those without breaking them.
 */
function enqueue( string $folder ): void {
	$options = array(
		'in_footer' => true,
		'strategy'  => 'defer',
	);
	wp_enqueue_script( HANDLE, $folder . 'start.js', array(), VERSION, $options );
}

/** Renders [leadership_audit form="short" cta_href="…" cta_label="…"]. */
function shortcode( $given ): string {
	$named = array();
	foreach ( (array) $given as $name => $value ) {
		$named[ str_replace( '_', '-', (string) $name ) ] = $value;
	}
	return element( $named );
}

/** Registers the shortcode. */
function register_shortcode(): void {
	add_shortcode( 'leadership_audit', __NAMESPACE__ . '\shortcode' );
}
