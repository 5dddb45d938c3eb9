/** Today where the service is, whatever the clock of the machine says. */
export function today(): Date {
  const [day, month, year] = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London' }).format(new Date()).split('/').map(Number);
  return new Date(Date.UTC(year, month - 1, day));
}

export function inDays(days: number): Date {
  return new Date(today().getTime() + days * 86_400_000);
}

/** The next day that is the same whether the day or the month is said first, such as 12 December. */
export function sameEitherWay(): Date {
  for (let days = 1; ; days += 1) {
    const day = inDays(days);
    if (day.getUTCDate() === day.getUTCMonth() + 1) return day;
  }
}

/** The first day of the month that the picture shows. */
export function nextMonth(day = 1): Date {
  return new Date(Date.UTC(today().getUTCFullYear(), today().getUTCMonth() + 1, day));
}

/** As a field for a day has it. */
export function iso(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/** As the pages say it: "Tuesday 3 March 2026". */
export function said(day: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(day).replace(',', '');
}

export function monthName(day: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long' }).format(day);
}
