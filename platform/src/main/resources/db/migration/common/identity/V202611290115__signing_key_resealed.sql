grant update on signing_key to ${system};
