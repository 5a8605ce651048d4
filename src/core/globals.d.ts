/** The globals that every thread has, for floors compiled without the browser. */
declare function structuredClone<T>(value: T): T
