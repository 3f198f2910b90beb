/** Does nothing. Without a file of this name here, Next would start the one at the top of the project. */
export function register(): void {
  return;
}
