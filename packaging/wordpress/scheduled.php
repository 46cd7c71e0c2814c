<?php
/**
 * Prints what is scheduled under a name, as JSON; with `now`, does it as well. With `forget`, deletes a transient of that name.
 *
 *   php scheduled.php SITE NAME [now | forget]
 */

define( 'AUDIT_NAME', $argv[2] );
define( 'AUDIT_DO', $argv[3] ?? '' );
$_SERVER['HTTP_HOST'] = 'localhost';
require $argv[1] . '/wp-load.php';

if ( 'forget' === AUDIT_DO ) {
	delete_transient( AUDIT_NAME );
}
$found = array();
foreach ( _get_cron_array() as $time => $events ) {
	foreach ( $events[ AUDIT_NAME ] ?? array() as $event ) {
		$found[] = array( 'args' => $event['args'], 'in' => $time - time() );
		if ( 'now' === AUDIT_DO ) {
			wp_unschedule_event( $time, AUDIT_NAME, $event['args'] );
			do_action( AUDIT_NAME, ...$event['args'] );
		}
	}
}
echo wp_json_encode( $found );
