<?php
/**
 * Where the element's files are served from: a copy for each version, below the uploads.
 *
 * WordPress removes a plugin's folder when it updates the plugin. A page in a cache still names the files of the version that
 * made it, and so does a page that a visitor has open. So they are served from a folder that an update leaves alone, and removed
 * when no cache can have such a page any more.
 *
 * @package LeadershipAudit
 */

namespace LeadershipAudit;

defined( 'ABSPATH' ) || exit;

/** The folder below the uploads. */
const COPIES = 'leadership-audit';
/** The copy of this version in it. Builds of the same version differ by a hash of the files. */
const CURRENT = VERSION . '-@BUILD@';
const NAMES   = '/^\d+\.\d+\.\d+[\w.-]*$/';
/** The event that removes the copy of a version. */
const REMOVAL = 'leadership_audit_remove_copy';
/** For how long pages of an earlier version run after an update: longer than caches keep pages. */
const KEPT = 60 * DAY_IN_SECONDS;
/** Remembers that no copy could be made. */
const FAILED = 'leadership_audit_no_copy';

/** The URL of the folder with this version's files, with a slash at its end. */
function folder(): string {
	$copies = copies();
	$url    = copies_url();
	if ( null !== $copies && null !== $url && has_copy( $copies ) ) {
		return $url . CURRENT . '/';
	}
	// Without a version: a page of an earlier one gets the files of this one.
	return plugins_url( 'assets/', PLUGIN );
}

/** The folder of the copies; null where uploads are no folder of this server. */
function copies(): ?string {
	$uploads = wp_upload_dir( null, false );
	$is_none = ! empty( $uploads['error'] ) || wp_is_stream( $uploads['basedir'] );
	return $is_none ? null : $uploads['basedir'] . '/' . COPIES . '/';
}

/** Its URL; null where that is of another host than the pages: a module from there needs a header that media seldom have. */
function copies_url(): ?string {
	$url  = set_url_scheme( wp_upload_dir( null, false )['baseurl'] . '/' . COPIES . '/' );
	$ours = wp_parse_url( $url, PHP_URL_HOST ) === wp_parse_url( home_url(), PHP_URL_HOST );
	return $ours ? $url : null;
}

/** Whether this version's files lie there, copied now if they do not. */
function has_copy( string $copies ): bool {
	if ( is_dir( $copies . CURRENT ) ) {
		return true;
	}
	if ( get_transient( FAILED ) ) {
		return false;
	}
	if ( copy_files( $copies ) ) {
		retire_others( $copies );
		return true;
	}
	set_transient( FAILED, CURRENT, 10 * MINUTE_IN_SECONDS );
	return false;
}

/** WordPress's own way to handle files, as PHP itself does: uploads are written like that as well. */
function files(): \WP_Filesystem_Direct {
	require_once ABSPATH . 'wp-admin/includes/class-wp-filesystem-base.php';
	require_once ABSPATH . 'wp-admin/includes/class-wp-filesystem-direct.php';
	return new \WP_Filesystem_Direct( null );
}

/** Copies the files beside the place that they will have, then moves them there: never is only a part of them served. */
function copy_files( string $copies ): bool {
	$part = $copies . 'part-' . wp_generate_password( 12, false ) . '/';
	if ( ! wp_mkdir_p( $part ) ) {
		return false;
	}
	$files  = files();
	$copied = true;
	foreach ( require __DIR__ . '/assets.php' as $name => $hash ) {
		$copied = $copied
			&& $files->copy( dirname( PLUGIN ) . '/assets/' . $name, $part . $name, true, 0644 )
			&& hash_file( 'sha256', $part . $name ) === $hash;
	}
	// Another visitor's request may have been first.
	$there = $copied && ( $files->move( $part, $copies . CURRENT ) || is_dir( $copies . CURRENT ) );
	$files->delete( $part, true );
	return $there;
}

/** Has the copies of other versions removed when their time is over. */
function retire_others( string $copies ): void {
	foreach ( names( $copies ) as $name ) {
		if ( CURRENT !== $name && ! wp_next_scheduled( REMOVAL, array( $name ) ) ) {
			wp_schedule_single_event( time() + KEPT, REMOVAL, array( $name ) );
		}
	}
}

/** The names of the copies. */
function names( string $copies ): array {
	return is_dir( $copies ) ? array_values( preg_grep( NAMES, (array) scandir( $copies ) ) ) : array();
}

/** Removes a copy, unless that has become the current one again. */
function remove_copy( string $name ): void {
	$copies = copies();
	if ( null !== $copies && CURRENT !== $name && in_array( $name, names( $copies ), true ) ) {
		files()->delete( $copies . $name, true );
	}
}

/** Makes the copy before the first visitor comes. */
function activate(): void {
	delete_transient( FAILED );
	folder();
	$copies = copies();
	if ( null !== $copies ) {
		retire_others( $copies );
	}
}

/** Leaves nothing scheduled behind. */
function deactivate(): void {
	wp_unschedule_hook( REMOVAL );
}

/** Removes all that was written on the current site. */
function remove_all_copies(): void {
	$copies = copies();
	if ( null !== $copies ) {
		files()->delete( $copies, true );
	}
	delete_transient( FAILED );
	wp_unschedule_hook( REMOVAL );
}
