package org.hotdesk.routing.skill;

import org.hotdesk.api.routing.TrackRecord;

/**
 * How much satisfaction, resolution and conversion count in the learned skill.
 *
 * @param margin who is at most this much below the best counts as equal to them
 */
record Weights(
        boolean learned,
        int windowDays,
        double satisfaction,
        double resolution,
        double conversion,
        double margin) {

    static Weights of(Settings settings) {
        return new Weights(
                settings.learned(),
                settings.windowDays(),
                settings.satisfactionWeight(),
                settings.resolutionWeight(),
                settings.conversionWeight(),
                settings.marginPercent() / 100.0);
    }

    /**
     * The learned skill, between 0 and 1: the mean of the lower bounds of satisfied ÷ rated,
     * resolved ÷ handled and converted ÷ handled, each with its weight.
     */
    double score(TrackRecord of) {
        double sum = satisfaction + resolution + conversion;
        if (sum <= 0) {
            return 0;
        }
        return (satisfaction * Wilson.lowerBound(of.satisfied(), of.rated())
                        + resolution * Wilson.lowerBound(of.resolved(), of.handled())
                        + conversion * Wilson.lowerBound(of.converted(), of.handled()))
                / sum;
    }
}
