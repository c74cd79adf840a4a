package org.hotdesk.rest;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.staff.SignIns.Session;

import java.util.Optional;

/**
 * Who asks. Whoever calls is anybody until a resource wants to know.
 *
 * @param token of the session, for staff
 * @param obstacle why the caller is nobody although something was presented
 */
record Caller(
        Optional<Actor> known,
        Optional<Session> session,
        Optional<String> token,
        Optional<Fault> obstacle) {
    static final Caller ANYBODY =
            new Caller(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static Caller staff(Session session, String token) {
        return new Caller(
                Optional.of(session.actor()),
                Optional.of(session),
                Optional.of(token),
                Optional.empty());
    }

    static Caller visitor(Actor.Visitor visitor) {
        return new Caller(
                Optional.of(visitor), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Caller refused(Fault obstacle) {
        return new Caller(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(obstacle));
    }

    /** Staff or a visitor. */
    Actor actor() {
        return known.orElseThrow(this::nobody);
    }

    /** Staff alone. */
    Actor.Agent agent() {
        return switch (actor()) {
            case Actor.Agent agent -> agent;
            default ->
                    throw Fault.of(
                            Fault.Category.FORBIDDEN,
                            "staff-only",
                            new Words("仅限员工使用。", "This is for staff alone."));
        };
    }

    /** A visitor alone. */
    Actor.Visitor visitor() {
        return switch (actor()) {
            case Actor.Visitor visitor -> visitor;
            default ->
                    throw Fault.of(
                            Fault.Category.FORBIDDEN,
                            "visitor-only",
                            new Words("仅限访客本人使用。", "This is for the visitor alone."));
        };
    }

    private Fault nobody() {
        return obstacle.orElseGet(
                () ->
                        Fault.of(
                                Fault.Category.UNAUTHENTICATED,
                                "not-signed-in",
                                new Words("请先登录。", "Sign in first.")));
    }
}
