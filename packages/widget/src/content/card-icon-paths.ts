/* Outlines of the drawings that come with the cards, in a square of 24. */
/** Done. */
export const CHECK = 'M5 12.5l4.5 4.5L19 7.5';
/** On, in the direction of the text. */
export const NEXT = 'M9.5 6l6 6-6 6';
/** Three dots. */
export const MORE = 'M5 12h.1M12 12h.1M19 12h.1';
/** Copy. */
export const COPY = 'M9 9h11v11H9zM15 9V4H4v11h5';
/** A parcel under way. */
export const TRUCK = 'M2.5 6h11v10h-11zM13.5 9.5H18l3.5 3.5v3h-8zM7 16v3M17.5 16v3';
/** A star. */
export const STAR = 'M12 3.5l2.6 5.5 6 .8-4.4 4.1 1.1 5.9L12 16.9 6.7 19.8l1.1-5.9L3.4 9.8l6-.8z';
/** A picture that is not there. */
export const IMAGE = 'M3.5 5h17v14h-17zM3.5 16l5-5 4 4 3-3 5 5M15.5 9h.1';
/** Download. */
export const DOWNLOAD = 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14';
/** Play. */
export const PLAY = 'M8 5.5l11 6.5-11 6.5z';
/** Pause. */
export const PAUSE = 'M8.5 6v12M15.5 6v12';
/** One more. */
export const PLUS = 'M12 5v14M5 12h14';
/** Larger and smaller. */
export const ZOOM = 'M10.5 4.5a6 6 0 1 0 0 12a6 6 0 0 0 0-12zM15 15l5 5M10.5 8v5M8 10.5h5';
/** Where it goes. */
export const PLACE = 'M12 21s-6.5-6.2-6.5-11a6.5 6.5 0 0 1 13 0c0 4.8-6.5 11-6.5 11zM12 8a2 2 0 1 0 0 4a2 2 0 0 0 0-4z';
