<?php
/**
 * Removes what the plugin wrote: the copies of its files, on every site of a network.
 *
 * @package LeadershipAudit
 */

namespace LeadershipAudit;

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

// It is loaded already where it was active a moment ago.
require_once __DIR__ . '/leadership-audit.php';

if ( ! is_multisite() ) {
	remove_all_copies();
	return;
}
$leadership_audit_sites = get_sites(
	array(
		'fields' => 'ids',
		'number' => 0,
	)
);
foreach ( $leadership_audit_sites as $leadership_audit_site ) {
	switch_to_blog( $leadership_audit_site );
	remove_all_copies();
	restore_current_blog();
}
