say 'not yet'
