<?php
/**
 * Sets the language of the site, as under Settings, General. Of WordPress's own translation there is only an empty file, without
 * which the language can't be chosen.
 *
 *   php language.php SITE LOCALE
 */

define( 'AUDIT_LOCALE', $argv[2] );
$_SERVER['HTTP_HOST'] = 'localhost';
require $argv[1] . '/wp-load.php';
if ( '' !== AUDIT_LOCALE ) {
	wp_mkdir_p( WP_LANG_DIR );
	touch( WP_LANG_DIR . '/' . AUDIT_LOCALE . '.mo' );
}
update_option( 'WPLANG', AUDIT_LOCALE );
if ( get_option( 'WPLANG' ) !== AUDIT_LOCALE ) {
	fwrite( STDERR, "The language can't be set.\n" );
	exit( 1 );
}
