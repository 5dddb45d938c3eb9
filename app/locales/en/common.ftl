# Words used on every page.
service-name = Own Terms
skip-to-main = Skip to the main part of the page
yes = Yes
no = No
not-now = Not now
save = Save
change = Change
back = Back

# Times and dates
date-full = { $weekday } { $day } { $month } { $year }
time-am = { $clock }am
time-pm = { $clock }pm
time-midday = midday
list-and = { $start } and { $last }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
