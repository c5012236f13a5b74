package onhand.plugins.square.standin;

import tools.jackson.databind.node.ObjectNode;

/** One of Square's calls: takes a body, or the query of a GET, of the right shape. */
interface Call {

    ObjectNode answer(ObjectNode request);
}
