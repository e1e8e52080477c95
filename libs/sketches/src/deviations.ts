/** How many standard deviations a confidence interval reaches to either side: 68, 95.4 or 99.7 %. */
export type Deviations = 1 | 2 | 3;
