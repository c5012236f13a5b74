grant insert on delivery to ${app};
