<?php
/**
 * Sets the language of the site, as under Settings, General. WordPress's own translation is not installed.
 *
 *   php language.php SITE LOCALE
 */

define( 'AUDIT_LOCALE', $argv[2] );
$_SERVER['HTTP_HOST'] = 'localhost';
require $argv[1] . '/wp-load.php';
update_option( 'WPLANG', AUDIT_LOCALE );
