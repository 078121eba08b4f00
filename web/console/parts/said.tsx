/** A sentence that the server wrote, which is in English whatever language the console speaks. */
export const Said = ({ children }: { children: string }) => <span lang="en">{children}</span>;
