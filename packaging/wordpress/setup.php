<?php
/**
 * Installs the WordPress that site.mjs prepared, with an author, and with the plugin from its zip if one is named.
 *
 *   php setup.php SITE PASSWORD [PLUGIN.zip]
 */

// Constants, since WordPress unsets some globals while it loads.
define( 'AUDIT_PASSWORD', $argv[2] );
define( 'AUDIT_PLUGIN', $argv[3] ?? '' );
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = 'localhost';
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/file.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

// A test sends no mail.
function wp_new_blog_notification() {}
ob_start();
wp_install( 'Coach', 'admin', 'admin@coach.example', false, '', AUDIT_PASSWORD );
wp_installing( false );
switch_theme( 'twentytwentythree' );

function must( $outcome ) {
	if ( is_wp_error( $outcome ) ) {
		fwrite( STDERR, $outcome->get_error_message() . "\n" );
		exit( 1 );
	}
	return $outcome;
}

if ( '' !== AUDIT_PLUGIN ) {
	WP_Filesystem();
	must( unzip_file( AUDIT_PLUGIN, WP_PLUGIN_DIR ) );
	must( activate_plugin( 'leadership-audit/leadership-audit.php' ) );
}
must( wp_insert_user( array( 'user_login' => 'author', 'user_pass' => AUDIT_PASSWORD, 'role' => 'author' ) ) );
ob_end_clean();
