<?php
/**
 * Sets the language of the site, as under Settings, General. Of WordPress's own translation there is only an empty file, without
 * which the language can't be chosen.
 *
 *   php language.php SITE LOCALE
 */

define( 'AUDIT_LOCALE', $argv[2] );
$_SERVER['HTTP_HOST'] = 'localhost';
// Before WordPress looks: it remembers what it has found.
if ( '' !== AUDIT_LOCALE ) {
	$folder = $argv[1] . '/wp-content/languages';
	is_dir( $folder ) || mkdir( $folder );
	touch( $folder . '/' . AUDIT_LOCALE . '.mo' );
}
require $argv[1] . '/wp-load.php';
update_option( 'WPLANG', AUDIT_LOCALE );
if ( get_option( 'WPLANG' ) !== AUDIT_LOCALE ) {
	fwrite( STDERR, "The language can't be set.\n" );
	exit( 1 );
}
