<?php
/**
 * Updates the plugin by the zip of another version, as an upload under Plugins, Add New does. Without a zip: deletes it.
 *
 *   php update.php SITE [PLUGIN.zip]
 */

define( 'AUDIT_PLUGIN', $argv[2] ?? '' );
$_SERVER['HTTP_HOST'] = 'localhost';
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';

wp_set_current_user( get_user_by( 'login', 'admin' )->ID );
$name = 'leadership-audit/leadership-audit.php';
if ( '' === AUDIT_PLUGIN ) {
	deactivate_plugins( $name );
	$outcome = delete_plugins( array( $name ) );
} else {
	$upgrader = new Plugin_Upgrader( new Automatic_Upgrader_Skin() );
	$outcome  = $upgrader->install( AUDIT_PLUGIN, array( 'overwrite_package' => true ) );
}
if ( true !== $outcome ) {
	fwrite( STDERR, is_wp_error( $outcome ) ? $outcome->get_error_message() : 'WordPress refused.' );
	exit( 1 );
}
