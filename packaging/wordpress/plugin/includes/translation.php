<?php
/**
 * The plugin's own translations, in languages/: for PHP and for the block's script. WordPress finds those of a directory of plugins
 * only, and has no fallback from de_AT to de_DE.
 *
 * @package LeadershipAudit
 */

namespace LeadershipAudit;

defined( 'ABSPATH' ) || exit;

/** The file of a translation, such as languages/leadership-audit-de_DE.mo; null where there is none of this language. */
function translation( string $ending ): ?string {
	$start    = dirname( PLUGIN ) . '/languages/leadership-audit-';
	$locale   = determine_locale();
	$language = explode( '_', $locale )[0];
	foreach ( array( $locale, $language, $language . '_*' ) as $name ) {
		$found = glob( $start . $name . $ending );
		if ( $found ) {
			return $found[0];
		}
	}
	return null;
}

/** Loads what PHP says. */
function load_translation(): void {
	$file = translation( '.mo' );
	if ( null !== $file ) {
		load_textdomain( 'leadership-audit', $file );
	}
}

/**
 * The file with what the block's script says.
 *
 * @param string|false $file   that WordPress would read.
 * @param string       $handle of the script.
 */
function script_translation( $file, string $handle ) {
	if ( HANDLE . '-block' !== $handle || ( $file && is_readable( $file ) ) ) {
		return $file;
	}
	return translation( '-' . md5( 'block.js' ) . '.json' ) ?? $file;
}
add_filter( 'load_script_translation_file', __NAMESPACE__ . '\script_translation', 10, 2 );
