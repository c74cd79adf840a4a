export const greeting = "Hello from version @version@";
