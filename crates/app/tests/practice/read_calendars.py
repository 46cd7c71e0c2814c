"""Calendar files, read by an independent library, with the rules of every time zone there is.

For each zone and rhythm it asks `examples/calendar.rs` for a file, parses it, works out the dates
over three years and compares them with what the zone's own clock says: the same hour on the right
days, whatever the clocks do, and the VTIMEZONE in the file agrees with the zone.

    pip install icalendar recurring-ical-events tzdata
    python crates/app/tests/practice/read_calendars.py
"""

import json
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

import icalendar
import recurring_ical_events

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=timezone.utc)
# The middle of the day of an act, by the clock of the zone.
NOON = (2026, 11, 30, 12)
YEARS = 3
TITLE = "Time with D. — coffee; tea, or \\ \"neither\": " + "é" * 40
RHYTHMS = [("weekly", ["TU"]), ("monthly", ["FR"]), ("moments", ["MO", "WE", "TH"])]
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def offset(zone, at):
    return int(at.astimezone(zone).utcoffset().total_seconds() // 60)


def offsets(zone):
    """Every change of the zone's offset from 2025 to 2035, found hour by hour where a day differs."""
    day = datetime(2025, 1, 1, tzinfo=timezone.utc)
    found = [[0, offset(zone, day)]]
    while day.year < 2035:
        if offset(zone, day + timedelta(days=1)) != found[-1][1]:
            for minute in range(0, 24 * 60, 30):
                at = day + timedelta(minutes=minute + 30)
                if offset(zone, at) != found[-1][1]:
                    found.append([int(at.timestamp() * 1000), offset(zone, at)])
        day += timedelta(days=1)
    return found


def orders():
    for name in sorted(available_timezones()):
        if name.startswith(("posix/", "right/", "Etc/")) or name in ("localtime", "Factory"):
            continue
        changes = offsets(ZoneInfo(name))
        for rhythm, days in RHYTHMS:
            yield {
                "zone": name,
                "now": int(NOW.timestamp() * 1000),
                "offsets": changes,
                "rhythm": rhythm,
                "days": days,
                "time": 9 * 60,
                "reminder": rhythm == "weekly",
                "summary": TITLE,
            }
        yield {
            "zone": name,
            "now": int(NOW.timestamp() * 1000),
            "offsets": changes,
            "rhythm": "day",
            "day": int(datetime(*NOON, tzinfo=ZoneInfo(name)).timestamp() * 1000),
            "summary": TITLE,
        }


def expected_days(zone, rhythm, days):
    day = NOW.astimezone(zone).replace(tzinfo=None, hour=9, minute=0)
    if day <= NOW.astimezone(zone).replace(tzinfo=None):
        day += timedelta(days=1)
    end = day + timedelta(days=365 * YEARS)
    nth = None
    while day < end:
        if WEEKDAYS[day.weekday()] in days:
            this = (day.day - 1) // 7 + 1
            last = (day + timedelta(days=7)).month != day.month
            if nth is None:
                nth = -1 if this == 5 else this
            if rhythm != "monthly" or (last if nth == -1 else this == nth):
                yield day
        day += timedelta(days=1)


def check_day(order, event):
    """An act: the whole day, which blocks nothing, with one reminder."""
    day = datetime(*NOON).date()
    assert (event.start, event.end) == (day, day + timedelta(days=1)), (event.start, event.end)
    assert event["TRANSP"] == "TRANSPARENT" and "RRULE" not in event
    assert len(event.alarms.times) == 1
    return "a day"


def check(order, text):
    zone = ZoneInfo(order["zone"])
    data = text.encode()
    assert all(len(line) <= 75 for line in data.split(b"\r\n")), "a line is too long"
    assert data.count(b"\n") == data.count(b"\r\n"), "a line ends without CR"
    calendar = icalendar.Calendar.from_ical(data)
    assert not calendar.errors, calendar.errors
    (event,) = calendar.events
    assert not event.errors, event.errors
    assert str(event["SUMMARY"]) == TITLE.strip(), event["SUMMARY"]
    assert event["DTSTAMP"].dt == NOW
    if order["rhythm"] == "day":
        return check_day(order, event)
    assert len(event.alarms.times) == (1 if order["reminder"] else 0)
    minutes = 5 if order["rhythm"] == "moments" else 30
    assert event.duration == timedelta(minutes=minutes)
    floating = event.start.tzinfo is None
    query = recurring_ical_events.of(calendar)
    end = NOW.replace(tzinfo=None) + timedelta(days=365 * YEARS - 5)
    found = sorted(query.between(NOW.replace(tzinfo=None) - timedelta(days=2), end), key=lambda e: e.start)
    starts = [one.start.replace(tzinfo=None) for one in found]
    expected = [day for day in expected_days(zone, order["rhythm"], order["days"])]
    assert starts == expected[: len(starts)] and len(starts) > 30, (starts[:3], expected[:3])
    zones = calendar.walk("VTIMEZONE")
    if floating:
        assert not zones
        return "floating"
    (own,) = zones
    rules = own.to_tz(lookup_tzid=False)
    for day in expected[:: 5 if order["rhythm"] == "moments" else 1]:
        ours, theirs = day.replace(tzinfo=rules), day.replace(tzinfo=zone)
        assert ours.utcoffset() == theirs.utcoffset(), (day, ours.utcoffset(), theirs.utcoffset())
    return "with rules" if b"RRULE:FREQ=YEARLY" in data else "without changes"


def main():
    asked = list(orders())
    command = ["cargo", "run", "-q", "--no-default-features", "--example", "calendar"]
    lines = "\n".join(json.dumps(order) for order in asked)
    answer = subprocess.run(command, input=lines, text=True, stdout=subprocess.PIPE, check=True)
    kinds = {}
    for order, line in zip(asked, answer.stdout.splitlines(), strict=True):
        try:
            kind = check(order, json.loads(line))
        except Exception as error:
            sys.exit(f"{order['zone']}, {order['rhythm']}: {error!r}\n{json.loads(line)}")
        kinds.setdefault(kind, set()).add(order["zone"])
    for kind, zones in sorted(kinds.items()):
        print(f"{kind}: {len(zones)} zones, for example {', '.join(sorted(zones)[:5])}")


if __name__ == "__main__":
    main()
