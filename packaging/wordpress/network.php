<?php
/**
 * Makes a network of the site: once to write its tables, and once more, with the constants that it printed, to add a second site,
 * have both show the audit, and print where each has its copy.
 *
 *   php network.php SITE [second]
 */

define( 'AUDIT_SECOND', isset( $argv[2] ) );
$_SERVER['HTTP_HOST']   = 'localhost';
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['REMOTE_ADDR'] = '127.0.0.1';
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

if ( ! AUDIT_SECOND ) {
	foreach ( $wpdb->tables( 'ms_global' ) as $table => $prefixed ) {
		$wpdb->$table = $prefixed;
	}
	// A network has no port in its address.
	update_option( 'siteurl', 'http://localhost' );
	update_option( 'home', 'http://localhost' );
	install_network();
	populate_network( 1, 'localhost', 'admin@coach.example', 'Network', '/', false );
	exit;
}
activate_plugin( 'leadership-audit/leadership-audit.php', '', true );
$second = wpmu_create_blog( 'localhost', '/second/', 'Second', 1 );
$found  = array();
foreach ( array( 1, $second ) as $id ) {
	switch_to_blog( $id );
	do_shortcode( '[leadership_audit]' );
	$found[] = LeadershipAudit\copies();
	restore_current_blog();
}
echo wp_json_encode( $found );
