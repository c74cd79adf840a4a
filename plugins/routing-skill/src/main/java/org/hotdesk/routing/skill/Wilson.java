package org.hotdesk.routing.skill;

/**
 * Lower bound of the score interval for a share, at 95 % confidence.
 *
 * <p>E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of
 * the American Statistical Association 22 (1927), 209–212. With p = successes ÷ trials, n = trials
 * and z = 1.96: (p + z²/2n − z·√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n).
 */
final class Wilson {
    private static final double Z = 1.959964;

    private Wilson() {}

    /** Between 0 and 1; 0 without trials. */
    static double lowerBound(int successes, int trials) {
        if (trials <= 0) {
            return 0;
        }
        double n = trials;
        double p = Math.min(successes, trials) / n;
        double z2 = Z * Z;
        double middle = p + z2 / (2 * n);
        double spread = Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        return Math.max(0, (middle - spread) / (1 + z2 / n));
    }
}
