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
/** The event that removes the copy of a version. */
const REMOVAL = 'leadership_audit_remove_copy';
/** For how long pages of an earlier version run after an update: longer than caches keep pages. */
const KEPT = 60 * DAY_IN_SECONDS;
/** Remembers that no copy could be made. */
const FAILED   = 'leadership_audit_no_copy';
const VERSIONS = '/^\d+\.\d+\.\d+$/';

/** The URL of the folder with this version's files, with a slash at its end. */
function folder(): string {
	$place = place();
	if ( null !== $place && has_copy( $place['path'] ) ) {
		return $place['url'] . VERSION . '/';
	}
	// Without a version: a page of an earlier one gets the files of this one.
	return plugins_url( 'assets/', PLUGIN );
}

/** The folder of the copies, as a path and as a URL; null where none can be served to this site's pages. */
function place(): ?array {
	$uploads = wp_upload_dir( null, false );
	$url     = set_url_scheme( $uploads['baseurl'] . '/' . COPIES . '/' );
	// A module of another host needs a header that media seldom have. A stream wrapper leads to such a host.
	$ours = wp_parse_url( $url, PHP_URL_HOST ) === wp_parse_url( home_url(), PHP_URL_HOST );
	if ( ! $ours || ! empty( $uploads['error'] ) || wp_is_stream( $uploads['basedir'] ) ) {
		return null;
	}
	return array(
		'path' => $uploads['basedir'] . '/' . COPIES . '/',
		'url'  => $url,
	);
}

/** Whether this version's files lie there, copied now if they do not. */
function has_copy( string $copies ): bool {
	if ( is_dir( $copies . VERSION ) ) {
		return true;
	}
	if ( get_transient( FAILED ) ) {
		return false;
	}
	if ( copy_files( $copies ) ) {
		retire_others( $copies );
		return true;
	}
	set_transient( FAILED, VERSION, 10 * MINUTE_IN_SECONDS );
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
	$there = $copied && ( $files->move( $part, $copies . VERSION ) || is_dir( $copies . VERSION ) );
	$files->delete( $part, true );
	return $there;
}

/** Has the copies of other versions removed when their time is over. */
function retire_others( string $copies ): void {
	foreach ( versions( $copies ) as $version ) {
		$retires = array( $version );
		if ( VERSION !== $version && ! wp_next_scheduled( REMOVAL, $retires ) ) {
			wp_schedule_single_event( time() + KEPT, REMOVAL, $retires );
		}
	}
}

/** The versions of which there is a copy. */
function versions( string $copies ): array {
	return is_dir( $copies ) ? array_values( preg_grep( VERSIONS, (array) scandir( $copies ) ) ) : array();
}

/** Removes the copy of a version, unless that has become the current one again. */
function remove_copy( string $version ): void {
	$place = place();
	if ( null !== $place && VERSION !== $version && in_array( $version, versions( $place['path'] ), true ) ) {
		files()->delete( $place['path'] . $version, true );
	}
}

/** Makes the copy before the first visitor comes. */
function activate(): void {
	delete_transient( FAILED );
	$place = place();
	if ( null !== $place && has_copy( $place['path'] ) ) {
		retire_others( $place['path'] );
	}
}

/** Leaves nothing scheduled behind. */
function deactivate(): void {
	wp_unschedule_hook( REMOVAL );
}

/** Removes all that was written on the current site. */
function remove_all_copies(): void {
	$place = place();
	if ( null !== $place ) {
		files()->delete( $place['path'], true );
	}
	delete_transient( FAILED );
	wp_unschedule_hook( REMOVAL );
}
